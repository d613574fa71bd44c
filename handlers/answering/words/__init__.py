"""The words of a question: its spelling, the lexicon, and what each word may mean. Knows nothing of figures."""
