"""How sure facts are, and how sure they may be said to be: judged against gold annotations, fitted, tabulated.

Used where the project is developed; nothing of it is installed.
"""
