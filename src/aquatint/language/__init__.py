"""Language models of others: any server that speaks OpenAI's chat completions or Responses API.

contract   messages, tools, and what comes back while a model answers
endpoint   where a model is, and how patient we are with it
chat       the wire of chat completions
responses  the wire of the Responses API

The official client does the talking; it comes with the extra: pip install 'aquatint[llm]'.
"""
