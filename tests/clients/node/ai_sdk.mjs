// The Vercel AI SDK with its OpenAI provider and its provider for servers like OpenAI's.
// Arguments: the server's address, a folder with source.png and mask.png.

import fs from "node:fs";
import path from "node:path";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateImage } from "ai";
import { report } from "./report.mjs";

const [url, folder] = process.argv.slice(2);
globalThis.AI_SDK_LOG_WARNINGS = false;

// Remembers the bodies that were sent, so that the tests can show what each provider asks for.
const sent = [];
const fetchAndRemember = async (target, options) => {
  const body = options.body;
  sent.push(typeof body === "string" ? JSON.parse(body) : Object.fromEntries([...body].map(([name, value]) =>
    [name, typeof value === "string" ? value : { filename: value.name }])));
  return fetch(target, options);
};
const openai = createOpenAI({ baseURL: `${url}/v1`, apiKey: "any", fetch: fetchAndRemember });
const compatible = createOpenAICompatible({
  name: "aquatint", baseURL: `${url}/v1`, apiKey: "any", fetch: fetchAndRemember,
});

const read = (name) => fs.readFileSync(path.join(folder, name));
const ask = { prompt: "a red fox", size: "1024x640", maxRetries: 0 };

async function make(model, options = {}) {
  const before = sent.length;
  const reply = await generateImage({ model, ...ask, ...options });
  return {
    images: reply.images.map((image) => image.base64),
    mediaTypes: reply.images.map((image) => image.mediaType),
    usage: reply.usage,
    warnings: reply.warnings,
    metadata: reply.providerMetadata,
    sent: sent.slice(before),
  };
}

const image = openai.image("gpt-image-2");

await report({
  generate: () =>
    make(image, {
      n: 2,
      providerOptions: { openai: { quality: "low", background: "transparent", outputFormat: "webp", outputCompression: 80, user: "u-1" } },
    }),
  snapshot: () => make(openai.image("gpt-image-2-2026-04-21")),
  edit: () => make(image, { prompt: { text: "a red fox", images: [read("source.png")] }, n: 2 }),
  editMask: () =>
    make(image, {
      size: undefined, prompt: { text: "a red fox", images: [read("source.png")], mask: read("mask.png") },
    }),
  badSize: () => make(image, { size: "123x456" }),
  retired: () => make(openai.image("dall-e-3")),
  aborted: () => make(image, { prompt: "fake: steps=500 step_ms=20", abortSignal: AbortSignal.timeout(300) }),
  compatible: () => make(compatible.imageModel("gpt-image-2")),
});
