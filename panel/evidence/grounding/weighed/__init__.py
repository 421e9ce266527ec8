"""Signs by which a freely worded statement is seen to be borne out or not, and what they come to."""
