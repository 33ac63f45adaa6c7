import { parse, isObject } from "./json.js";

/** The state of the form in the URL's fragment, which browsers do not send to a server. A link to it fills the form. */
export function readState() {
    const values = new URLSearchParams(location.hash.slice(1));
    let request = null;
    try {
        request = parse(values.get("request") ?? "null");
    } catch {
        // A link that was cut off still names its model.
    }
    return { model: values.get("model"), request: isObject(request) ? request : null };
}

let written = location.hash;

export function writeState(model, request) {
    written = `#model=${encodeURIComponent(model)}&request=${encodeURIComponent(JSON.stringify(request))}`;
    history.replaceState(null, "", written);
}

/** Calls `changed` if the user, and not this page, changed the fragment. */
export function watchState(changed) {
    addEventListener("hashchange", () => location.hash !== written && changed());
}
