import { parse } from "./json.js";

/** A request that the server refused: its problem document, with the server's words as the message. */
export class ApiError extends Error {
    constructor(status, problem) {
        super([problem.title, problem.detail].filter(Boolean).join(" ") || `The server returned ${status}.`);
        this.status = status;
        this.problem = problem;
    }
}

let session = null;

async function send(path, { method = "GET", body, type, signal } = {}) {
    const headers = {};
    if (type) headers["Content-Type"] = type;
    // The header proves that the request comes from this page and not from another site.
    if (method !== "GET") headers[session.header] = session.token;
    let response;
    try {
        response = await fetch(path, { method, body, headers, signal });
    } catch (error) {
        if (error.name === "AbortError") throw error;
        throw new ApiError(0, { title: "The studio's server cannot be reached. Is it still running?" });
    }
    const text = await response.text();
    let result;
    try {
        result = text === "" ? {} : parse(text);
    } catch {
        result = { title: text };
    }
    if (!response.ok) throw new ApiError(response.status, result);
    return result;
}

const post = (path, value, signal) =>
    send(path, { method: "POST", body: JSON.stringify(value), type: "application/json", signal });
const model = slug => `api/models/${encodeURIComponent(slug)}`;
const job = id => `api/jobs/${encodeURIComponent(id)}`;

export const openSession = async () => session = await send("api/session");
export const getModels = async () => (await send("api/models")).models;
export const getModel = slug => send(model(slug));
export const check = (slug, request, signal) => post(`${model(slug)}/check`, request, signal);
export const getJobs = async () => (await send("api/jobs?take=60")).jobs;
export const submit = (slug, request, confirmedCost) => post("api/jobs", { slug, request, confirmedCost });
export const cancel = id => post(`${job(id)}/cancel`, {});
export const upload = async (file, name) => (await send(`api/files?name=${encodeURIComponent(name)}`,
    { method: "POST", body: file, type: file.type || "application/octet-stream" })).url;

/** Calls `changed` for each job that changes, and `opened` after each connection, because changes before it were missed. */
export function watchJobs(opened, changed, lost) {
    const events = new EventSource("api/events");
    events.addEventListener("open", opened);
    events.addEventListener("job", event => changed(parse(event.data)));
    events.addEventListener("error", lost);
}
