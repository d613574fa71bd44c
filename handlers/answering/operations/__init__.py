"""What is reckoned with figures, one operation a file: sums, shares, rankings, comparisons and the like."""
