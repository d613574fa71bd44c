"""Figures whose borders were lost: every reading that the printed characters and the sums of the form allow."""
