"""Stage 0, on request: lists of products in (tables), record files under `products/` out."""
