// Runs cases one after the other and prints one JSON object: what each returned, or the error it threw.

export async function report(cases) {
  const results = {};
  for (const [name, run] of Object.entries(cases)) {
    try {
      results[name] = { value: await run() };
    } catch (error) {
      results[name] = { error: describe(error) };
    }
  }
  process.stdout.write(JSON.stringify(results));
}

function describe(error) {
  return {
    name: error.constructor.name,
    message: error.message,
    status: error.status ?? error.statusCode ?? null,
    code: error.code ?? error.data?.error?.code ?? null,
    param: error.param ?? error.data?.error?.param ?? null,
    requestId: error.requestID ?? error.responseHeaders?.["x-request-id"] ?? null,
  };
}
