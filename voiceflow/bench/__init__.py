"""The performance suites: a face that measures the product by importing it. `runner.py` runs the parts of the suites,
`figures.py` is what they give, `run.py` what they are given; `report*.py` write it down."""
