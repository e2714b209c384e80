"""What officers can still do for records: what each lacks, what is due, what looks doubled, links that cannot be right.

The one place that works it out, for the pages of officers, the calendar files and `ocop report`. Entries in, findings
out; knows no words. Nothing here is a mistake: a record with findings is published.
"""
