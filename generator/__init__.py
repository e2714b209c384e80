"""Turns product records and their dated star ratings into a static, bilingual catalogue."""
