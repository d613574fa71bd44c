"""What a question asks for: measures, operands and the frame they make."""
