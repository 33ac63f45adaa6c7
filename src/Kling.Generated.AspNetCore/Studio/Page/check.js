import { check } from "./api.js";

const pause = 250; // Milliseconds without a key before the server is asked.

/** Checks each request some time after the last change. A response to an older request is dropped. */
export function liveCheck(show, failed) {
    let timer = 0;
    let running = null;
    return (slug, request, wait = pause) => {
        clearTimeout(timer);
        running?.abort();
        const own = running = new AbortController();
        timer = setTimeout(async () => {
            try {
                const result = await check(slug, request, own.signal);
                if (own === running) show(result, request);
            } catch (error) {
                if (own === running && error.name !== "AbortError") failed(error);
            }
        }, wait);
    };
}
