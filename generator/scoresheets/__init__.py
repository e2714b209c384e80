"""Score sheets as workbooks (xlsx): an empty one out, a filled one in, and what it amounts to in words."""
