// The official client for Node. Arguments: the server's address, a folder with source.png and mask.png.

import fs from "node:fs";
import path from "node:path";
import OpenAI, { toFile } from "openai";
import { report } from "./report.mjs";

const [url, folder] = process.argv.slice(2);
const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: "any", maxRetries: 0, timeout: 30_000 });
const ask = { model: "gpt-image-2", prompt: "a red fox", size: "1024x640" };
const open = (name) => fs.createReadStream(path.join(folder, name));
const file = (name) => toFile(open(name), name, { type: "image/png" });

async function collect(stream) {
  const events = [];
  for await (const event of stream) events.push(event);
  return events;
}

async function untilError(stream) {
  const types = [];
  try {
    for await (const event of stream) types.push(event.type);
  } catch (error) {
    return { types, name: error.constructor.name, message: error.message };
  }
  return { types };
}

await report({
  generate: () =>
    client.images.generate({
      ...ask, n: 2, quality: "low", background: "transparent", output_format: "webp",
      output_compression: 80, moderation: "low", user: "u-1",
    }),
  seed: async () => {
    const replies = [await client.images.generate({ ...ask, seed: 11 }), await client.images.generate({ ...ask, seed: 11 })];
    return replies.map((reply) => reply.data);
  },
  edit: () => client.images.edit({ ...ask, image: open("source.png") }),
  editFiles: async () =>
    client.images.edit({ ...ask, image: [await file("source.png"), await file("source.png")], n: 2 }),
  editMask: async () =>
    client.images.edit({ ...ask, size: "auto", image: await file("source.png"), mask: await file("mask.png") }),
  streamGenerate: async () =>
    collect(await client.images.generate({ ...ask, stream: true, partial_images: 2, n: 2 })),
  streamEdit: async () =>
    collect(await client.images.edit({ ...ask, image: await file("source.png"), stream: true, partial_images: 1 })),
  streamFails: async () =>
    untilError(await client.images.generate({
      ...ask, prompt: "a fox fake: fail_at=4 error=no_more_paint", stream: true, partial_images: 2,
    })),
  badRequest: () => client.images.generate({ ...ask, n: 11 }),
  retired: () => client.images.generate({ ...ask, model: "dall-e-3" }),
  unknownKey: () => client.images.generate({ ...ask, response_format: "b64_json" }),
  timeout: () => client.images.generate({ ...ask, prompt: "fake: steps=500 step_ms=20" }, { timeout: 300 }),
  models: async () => collect(await client.models.list()),
  model: () => client.models.retrieve("gpt-image-2"),
});
