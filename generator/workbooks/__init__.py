"""Workbooks of spreadsheets in (xlsx, xls, ods), sheets of texts out; knows nothing of products."""
