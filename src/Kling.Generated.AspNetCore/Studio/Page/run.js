import { h, button } from "./dom.js";
import { submit } from "./api.js";

/**
 * Submits a request. If it costs money, the server refuses it until the user has confirmed exactly the price that is charged.
 * Returns null if the user declines.
 */
export async function run(slug, request) {
    let confirmed = null;
    for (;;) {
        try {
            return await submit(slug, request, confirmed);
        } catch (error) {
            if (error.status !== 409 || !("cost" in error.problem)) throw error;
            const cost = error.problem.cost?.text ?? error.problem.cost ?? null;
            if (!await confirm(slug, cost, error.message)) return null;
            confirmed = cost ?? "unknown";
        }
    }
}

function confirm(slug, cost, reason) {
    return new Promise(resolve => {
        const close = answer => {
            dialog.close();
            dialog.remove();
            resolve(answer);
        };
        const cancelled = event => {
            event.preventDefault();
            close(false);
        };
        const dialog = h("dialog", { class: "ask", "aria-labelledby": "ask-title", oncancel: cancelled },
            h("h2", { id: "ask-title" }, "Run this job?"),
            h("p", {}, "It runs at Segmind and is billed to your account."),
            h("p", { class: "cost", "data-testid": "confirm-cost" }, cost ?? "The cost is not known."),
            h("p", { class: "description" }, h("code", {}, slug), ` ${reason}`),
            h("div", { class: "actions" },
                // The first button has the focus: a second press of Enter must not spend.
                button(null, "Cancel", () => close(false), { text: true }),
                button(null, cost ? `Run for ${cost}` : "Run", () => close(true),
                    { text: true, class: "primary", "data-testid": "confirm" })));
        document.body.append(dialog);
        dialog.showModal();
    });
}
