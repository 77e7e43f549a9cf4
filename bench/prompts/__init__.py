"""What share of what people ask for the planner understands: prompts, and what a careful reader expects."""

from bench.prompts.report import main as main
