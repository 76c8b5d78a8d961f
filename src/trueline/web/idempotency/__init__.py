"""A form counts once, however often it is sent: each carries a one-time key, and the answer is kept."""
