// The Responses API by the official client for Node and by the Vercel AI SDK.
// Arguments: the server's address, a folder (not used).

import { createOpenAI } from "@ai-sdk/openai";
import { generateText, streamText } from "ai";
import OpenAI from "openai";
import { report } from "./report.mjs";

const [url] = process.argv.slice(2);
globalThis.AI_SDK_LOG_WARNINGS = false;
const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: "any", maxRetries: 0, timeout: 60_000 });
const openai = createOpenAI({ baseURL: `${url}/v1`, apiKey: "any" });
const tool = { type: "image_generation", size: "1024x640", quality: "low" };
const drawing = (more) => ({
  tools: { image_generation: openai.tools.imageGeneration({ size: "1024x1024", quality: "low", ...more }) },
  model: openai.responses("gpt-5"), prompt: "draw a red fox", maxRetries: 0,
});

const ask = (input, more = {}) => client.responses.create({ model: "gpt-5", input, tools: [tool], ...more });
const pictures = (response) => response.output.filter((item) => item.type === "image_generation_call");

await report({
  draw: async () => {
    const response = await ask("draw a red fox");
    return { calls: pictures(response), text: response.output_text, usage: response.usage, tool: response.tool_usage };
  },
  goOn: async () => {
    const first = await ask("draw a red fox");
    const second = await ask("make the fox blue", { previous_response_id: first.id });
    const call = { type: "image_generation_call", id: pictures(second)[0].id };
    const third = await ask([call, { role: "user", content: "make the fox green" }], { store: false });
    return { second: pictures(second), third: pictures(third) };
  },
  stream: async () => {
    const events = await ask("draw a red fox", { stream: true, tools: [{ ...tool, partial_images: 2 }] });
    const seen = [];
    for await (const event of events) seen.push([event.type, event.sequence_number]);
    return seen;
  },
  conversation: async () => {
    const conversation = await client.conversations.create({ metadata: { topic: "foxes" } });
    await ask("draw a red fox", { conversation: conversation.id });
    await ask("make the fox blue", { conversation: conversation.id });
    const items = await client.conversations.items.list(conversation.id, { order: "asc" });
    return items.data.map((item) => item.type);
  },
  file: async () => {
    const response = await ask("draw a red fox");
    const data = Buffer.from(pictures(response)[0].result, "base64");
    const file = await client.files.create({ file: await OpenAI.toFile(data, "fox.png"), purpose: "vision" });
    const content = [
      { type: "input_text", text: "make the fox blue" },
      { type: "input_image", file_id: file.id, detail: "auto" },
    ];
    return pictures(await ask([{ role: "user", content }]));
  },
  notFound: () => client.responses.retrieve("resp_nothing"),
  aiDraw: async () => {
    const reply = await generateText(drawing());
    return reply.staticToolResults.map((result) => result.output.result);
  },
  aiStream: async () => {
    const reply = streamText(drawing({ partialImages: 2 }));
    const parts = [];
    for await (const part of reply.fullStream) parts.push(part.type);
    return { parts, results: (await reply.staticToolResults).map((result) => result.output.result) };
  },
});
