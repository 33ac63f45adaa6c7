import { h, icon, announce } from "./dom.js";
import { getModel, getModels, openSession } from "./api.js";
import { readState, watchState, writeState } from "./state.js";
import { modelList } from "./models.js";
import { Form } from "./form.js";
import { liveCheck } from "./check.js";
import { codeTabs } from "./code.js";
import { run } from "./run.js";
import { Jobs, price } from "./jobs.js";
import { Gallery } from "./gallery.js";
import { reuse } from "./reuse.js";
import { compare } from "./compare.js";

const find = id => document.getElementById(id);

/** The page: the model whose form is shown, and what happens to its request. */
class Studio {
    #drafts = new Map();
    #loading = null;

    constructor(session, models) {
        this.session = session;
        this.models = models;
        this.list = modelList(find("models"), models, slug => this.choose(slug));
        this.form = new Form(find("form"), session, () => this.changed(), slug => this.choose(slug));
        this.showCode = codeTabs(find("code"));
        this.check = liveCheck(result => this.judged(result), error => this.say(error.message, true));
        this.jobs = new Jobs(list => this.gallery.show(list));
        this.gallery = new Gallery(find("gallery"), {
            edit: job => this.choose(job.slug, job.request),
            again: job => this.run(job.slug, job.request),
            use: job => reuse(job, models, this.form.model?.slug, session, (...target) => this.use(...target)),
            compare,
            readOnly: session.mode === "readOnly" ? session.reason ?? "This studio is read-only." : null,
        });
    }

    start() {
        this.showSession();
        find("run").addEventListener("click", () => this.runForm());
        addEventListener("keydown", event => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !document.querySelector("dialog[open]")) this.runForm();
        });
        // Not a plain link, because the fragment is the state of the form.
        find("skip").addEventListener("click", event => {
            event.preventDefault();
            find("form").focus();
        });
        // A file that misses its field must not replace the page.
        for (const name of ["dragover", "drop"]) addEventListener(name, event => event.preventDefault());
        const menu = find("menu");
        menu.addEventListener("click", () => this.menu(menu.getAttribute("aria-expanded") !== "true"));
        find("models").addEventListener("keydown", event => {
            if (event.key !== "Escape" || !find("models").classList.contains("open")) return;
            this.menu(false);
            menu.focus();
        });
        watchState(() => this.restore());
        this.jobs.start(connected => find("offline").hidden = connected);
        return this.restore();
    }

    /** Shows what the URL says, or the first model. */
    async restore() {
        const { model, request } = readState();
        const known = this.models.find(other => other.slug === model);
        const first = known ?? this.models.find(other => !other.retired && !other.deprecated) ?? this.models[0];
        if (!first) return this.say("There are no models. Start the studio with a folder of schema files.", true);
        await this.choose(first.slug, known ? request : null);
        if (model && !known) this.say(`There is no model '${model}'.`, true);
    }

    async choose(slug, request = this.#drafts.get(slug) ?? null) {
        const own = this.#loading = {};
        this.menu(false);
        let model;
        try {
            model = await getModel(slug);
        } catch (error) {
            return this.say(error.message, true);
        }
        if (own !== this.#loading) return;
        this.form.show(model, request);
        this.list.mark(slug);
        this.gallery.show(this.jobs.list(), slug);
        find("menu-model").textContent = model.title;
        document.title = `${model.title} · Kling studio`;
        this.say("");
        this.changed(0);
    }

    changed(wait) {
        const { model } = this.form;
        const request = this.form.read();
        this.#drafts.set(model.slug, request);
        clearTimeout(this.timer);
        // Browsers limit how often a page may write its URL.
        this.timer = setTimeout(() => writeState(model.slug, request), wait ?? 400);
        this.check(model.slug, request, wait);
    }

    judged(result) {
        this.form.place(result.violations);
        this.showCode(result);
        const { amount, range } = price(result.cost);
        const emulated = this.session.mode === "emulator";
        find("price").textContent = emulated ? "free" : amount ?? "unknown";
        find("price-note").textContent = emulated ? amount ? `at Segmind ${amount}` : "" : range ?? "";
        find("price").title = result.cost?.text ?? "";
        find("time").textContent = result.seconds ? `about ${Math.max(1, Math.round(result.seconds))} s` : "unknown";
        find("time-note").textContent = emulated && result.seconds ? "at Segmind" : "";
        const count = result.violations.length;
        find("verdict").textContent = count === 0 ? "Valid" : count === 1 ? "1 problem" : `${count} problems`;
        find("verdict").className = count ? "verdict wrong" : "verdict";
    }

    runForm() {
        if (find("run").disabled || !this.form.model) return;
        const broken = this.form.broken();
        if (broken) {
            broken.focus();
            return this.say("A field contains text that is not JSON.", true);
        }
        return this.run(this.form.model.slug, this.form.read(), true);
    }

    async run(slug, request, ofForm = false) {
        this.say("");
        try {
            const job = await run(slug, request);
            if (!job) return;
            this.jobs.add(job);
            announce(`Started: ${job.title}.`);
            document.querySelector(`[data-testid="job-${CSS.escape(job.id)}"]`)?.scrollIntoView({ block: "nearest" });
        } catch (error) {
            const violations = error.problem?.violations ?? [];
            this.say([error.message, ...ofForm ? [] : violations.map(({ pointer, message }) => `${pointer}: ${message}`)].join(" "), true);
            if (ofForm && violations.length) {
                this.form.place(violations);
                this.form.focusViolation();
            }
        }
    }

    async use(slug, name, url) {
        if (slug !== this.form.model.slug) await this.choose(slug);
        this.form.assign(name, url);
    }

    say(text, wrong = false) {
        const element = find("message");
        element.textContent = text;
        element.hidden = text === "";
        element.className = wrong ? "message wrong" : "message";
    }

    showSession() {
        const { mode, reason, version } = this.session;
        const [name, meaning] = { emulator: ["emulator", "jobs cost nothing"], live: ["live", "jobs are billed"] }[mode] ?? ["read-only"];
        find("mode").replaceChildren(name, meaning ? h("span", { class: "wide" }, `: ${meaning}`) : "");
        find("mode").className = `badge mode ${mode}`;
        find("mode").title = [reason, version].filter(Boolean).join(" · ");
        const readOnly = mode === "readOnly";
        find("run").disabled = readOnly;
        find("run").replaceChildren(icon("play"), "Run");
        find("reason").hidden = !readOnly;
        find("reason").textContent = reason ?? "This studio is read-only.";
    }

    menu(open) {
        find("menu").setAttribute("aria-expanded", String(open));
        find("models").classList.toggle("open", open);
        if (open) find("models").querySelector("input").focus();
    }
}

try {
    const session = await openSession();
    await new Studio(session, await getModels()).start();
} catch (error) {
    find("message").hidden = false;
    find("message").replaceChildren(h("span", {}, error.message));
    throw error;
}
