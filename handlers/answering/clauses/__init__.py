"""The clauses of a message: which one asks, which only tells, and what narrows the question down."""
