"""From a frame to a reply: reports and their figures, units, choices, refusals and wording."""
