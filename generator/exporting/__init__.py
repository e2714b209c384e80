"""Records in, a workbook (xlsx) for officers out, which `ocop import` takes back and `products/` may hold."""
