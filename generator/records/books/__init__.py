"""Workbooks that hold records: what stands where on their sheets, and how rows become records. Writes no file."""
