"""Document → tables of the forms: lines of slots, groups of figures with the words before them, rows by label and order."""
