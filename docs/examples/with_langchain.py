"""Renshe's tools, retriever and embeddings in a LangChain program. Run it: `python docs/examples/with_langchain.py`."""

import os

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from assistant.tools.langchain import langchain_retriever, langchain_tools
from index.embedding import BundledEmbedder
from index.langchain import RensheEmbeddings

assistant = build_assistant(Settings.from_environment(os.environ))

tools = {tool.name: tool for tool in langchain_tools(assistant)}
print(tools["find_section"].invoke({"matter": "工伤认定"}).splitlines()[0])

retriever = langchain_retriever(assistant.knowledge.search, k=3)
print([document.metadata["path"][0] for document in retriever.invoke("劳务派遣检查")])

embeddings = RensheEmbeddings(BundledEmbedder())
print(len(embeddings.embed_query("工伤认定")))
