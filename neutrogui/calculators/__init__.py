"""One formula, one file; all of them stand in `catalogue`."""
