"""What the product talks about; standard library only."""
