"""The same work done by this project and by a peer in one run, told as ratios; see `__main__.py`."""
