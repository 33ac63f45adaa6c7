import { h, button, icon, announce } from "./dom.js";
import { cancel } from "./api.js";
import { describe } from "./form.js";
import { dollars, progress, times } from "./jobs.js";

const words = {
    enqueued: "waiting", submitting: "submitting", submitted: "running", completed: "done", saved: "done", failed: "failed",
    unconfirmed: "unconfirmed", expired: "expired", cancelled: "cancelled",
};

/**
 * The results, newest first. `actions` has what a card's buttons do: `again`, `edit`, `use` and `compare`; `readOnly` is the reason why
 * nothing can be submitted, or null.
 */
export class Gallery {
    #cards = new Map();
    #chosen = new Set();
    #jobs = [];
    #slug = null;
    #grid = h("ul", { class: "cards" });
    #empty = h("p", { class: "hint" }, "Results appear here. Fill the form and run it.");
    #compare = button(null, "Compare", () => this.actions.compare(this.#jobs.filter(job => this.#chosen.has(job.id))),
        { text: true, "data-testid": "compare", disabled: true, title: "Choose two or more results." });
    #only = h("input", { type: "checkbox", onchange: () => this.show(this.#jobs) });

    constructor(element, actions) {
        this.actions = actions;
        element.replaceChildren(
            h("div", { class: "head" }, h("h2", {}, "Results"), h("span", { class: "gap" }),
                h("label", { class: "small" }, this.#only, "this model only"), this.#compare),
            this.#empty, this.#grid);
        setInterval(() => this.#tick(), 1000);
    }

    show(jobs, slug = this.#slug) {
        this.#jobs = jobs;
        this.#slug = slug;
        const shown = this.#only.checked ? jobs.filter(job => job.slug === slug) : jobs;
        const elements = shown.map(job => this.#card(job).element);
        this.#empty.hidden = elements.length > 0;
        // Only what moved is moved: an element that leaves the document stops its video.
        elements.forEach((element, index) => {
            if (this.#grid.children[index] !== element) this.#grid.insertBefore(element, this.#grid.children[index] ?? null);
        });
        while (this.#grid.children.length > elements.length) this.#grid.lastChild.remove();
        this.#tick();
    }

    #card(job) {
        let card = this.#cards.get(job.id);
        const text = JSON.stringify(job);
        if (card?.text === text) return card;
        if (!card) this.#cards.set(job.id, card = { element: h("li", { class: "result", "data-testid": `job-${job.id}` }) });
        else if (card.job.state !== job.state && words[card.job.state] !== words[job.state]) {
            announce(`${job.title}: ${words[job.state]}. ${job.error ?? ""}`);
        }
        // The media element is kept, so that a video plays on while its job is saved.
        const outputs = JSON.stringify(job.outputs);
        if (card.outputs !== outputs) card.media = job.outputs.map(output => media(output, job));
        Object.assign(card, { job, text, outputs });
        this.#fill(card);
        return card;
    }

    #fill(card) {
        const { job } = card;
        const running = !job.ended && job.state !== "completed";
        card.element.dataset.state = job.state;
        card.bar = running ? bar() : null;
        card.text2 = h("p", { class: "hint" });
        card.since = h("span", { class: "since" });
        const content = [
            h("div", { class: "head" }, h("h3", {}, job.title), h("span", { class: "badge" }, words[job.state] ?? job.state)),
            h("div", { class: "head" }, card.since, h("span", { class: "gap" }), job.outputs.length ? this.#chooser(job) : null),
            card.bar, running ? card.text2 : null,
            job.error ? h("p", { class: "violation" }, job.error) : null,
            parameters(job),
            h("div", { class: "actions" }, this.#buttons(job, running)),
        ].filter(Boolean);
        // The media element stays in the document while everything around it is replaced.
        for (const child of [...card.element.children]) if (!card.media.includes(child)) child.remove();
        card.element.append(...card.media.filter(child => child.parentNode !== card.element), ...content);
    }

    #buttons(job, running) {
        const done = job.outputs.length > 0;
        return [
            running && job.canCancel && !this.actions.readOnly
                ? button("close", "Cancel", () => this.#cancel(job), { text: true, class: "bare" }) : null,
            button("again", "Run again", () => this.actions.again(job),
                { text: true, class: "bare", disabled: this.actions.readOnly !== null, title: this.actions.readOnly }),
            done ? button("use", "Use as …", () => this.actions.use(job),
                { text: true, class: "bare", title: "Use as an input, such as the start image" }) : null,
            h("span", { class: "gap" }),
            button("edit", "Show the parameters in the form", () => this.actions.edit(job)),
            ...job.outputs.map(output => h("a", {
                class: "bare", href: output.href, download: output.name, "aria-label": `Download ${output.name}`, title: "Download",
            }, icon("download"))),
        ];
    }

    #chooser(job) {
        return h("label", { class: "small", title: "Choose for a comparison" },
            h("input", {
                type: "checkbox", checked: this.#chosen.has(job.id), "aria-label": `compare ${job.title}`,
                onchange: event => this.#choose(job, event.target.checked),
            }), "compare");
    }

    async #cancel(job) {
        try {
            await cancel(job.id);
        } catch (error) {
            announce(error.message);
        }
    }

    #choose(job, chosen) {
        if (chosen) this.#chosen.add(job.id);
        else this.#chosen.delete(job.id);
        this.#compare.disabled = this.#chosen.size < 2;
        this.#compare.textContent = this.#chosen.size ? `Compare ${this.#chosen.size}` : "Compare";
    }

    #tick() {
        const now = Date.now();
        for (const { job, bar, text2, since, element } of this.#cards.values()) {
            if (!element.isConnected) continue;
            const { took, since: ago } = times(job, now);
            const text = [ago, took, dollars(job.cost)].filter(Boolean).join(" · ");
            if (since.textContent !== text) since.textContent = text;
            if (bar) showProgress(bar, text2, progress(job, now), job.title);
        }
    }
}

function bar() {
    return h("div", { class: "bar", role: "progressbar", "aria-valuemin": "0", "aria-valuemax": "100" },
        h("span", { class: "usual" }), h("span", { class: "done" }), h("span", { class: "expected" }));
}

/** The whole bar is the longest usual time. The shaded part is when such jobs end; the line is when most of them do. */
function showProgress(element, hint, { part, expected, low, text }, title) {
    const [usual, done, mark] = element.children;
    const percent = share => `${(share * 100).toFixed(1)}%`;
    element.classList.toggle("waiting", part === null);
    element.setAttribute("aria-label", `Progress of ${title}`);
    element.setAttribute("aria-valuetext", text);
    if (part !== null) {
        element.setAttribute("aria-valuenow", String(Math.round(part * 100)));
        done.style.width = percent(part);
        usual.style.left = percent(low);
        mark.style.left = percent(expected);
    }
    usual.hidden = mark.hidden = part === null;
    hint.textContent = text;
}

/** What an output looks like; a kind that the browser cannot show is a link. */
export function media(output, job) {
    const label = `${output.kind} of ${job.title}, ${job.createdAt.slice(0, 16).replace("T", " ")}`;
    switch (output.kind) {
        case "video":
            return h("video", {
                class: "media", src: output.href, controls: true, loop: true, playsInline: true, preload: "metadata", "aria-label": label,
            });
        case "image": return h("img", { class: "media", src: output.href, alt: label, loading: "lazy" });
        case "audio": return h("audio", { class: "media", src: output.href, controls: true, "aria-label": label });
        default: return h("a", { class: "media file", href: output.href, download: output.name }, output.name);
    }
}

function parameters(job) {
    const rows = describe(job.request);
    const prompt = rows.find(({ name }) => name === "prompt") ?? rows[0];
    return h("details", { class: "parameters" },
        h("summary", {}, h("span", {}, prompt?.text ?? "no parameters")),
        h("dl", {}, rows.flatMap(({ name, text }) => [h("dt", {}, name), h("dd", {}, text)]),
            job.requestId ? [h("dt", {}, "request id"), h("dd", {}, job.requestId)] : []));
}
