"""What officers can do about records, as `ocop report` tells it in text, JSON and CSV: with lines and columns."""
