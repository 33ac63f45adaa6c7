import { h, button, announce } from "./dom.js";
import { brief, tokensOf } from "./json.js";
import { Field } from "./field.js";
import { starter } from "./controls.js";

/** The form of one model. It knows no rule of the schema: the server judges every request. */
export class Form {
    form = this; // The root of the fields finds it like any other parent.
    #changed;
    #choose;
    #violated = [];
    #root;
    #top = h("div", { class: "violations overall" });

    constructor(element, session, changed, choose) {
        this.element = element;
        this.session = session;
        this.#changed = changed;
        this.#choose = choose;
    }

    /** Shows a model. Without a request, the form has the sample if jobs cost nothing, and is empty otherwise. */
    show(model, request) {
        this.model = model;
        this.#violated = [];
        const spec = { kind: "object", label: model.title, fields: model.form, additional: true, required: true };
        this.#root = new Field(spec, this, { bare: true });
        this.#root.point("");
        this.#root.control.element.classList.replace("card", "fields");
        const empty = starter({ kind: "object", fields: model.form });
        this.#root.write(request ?? (this.session.mode === "live" ? empty : model.sample));
        this.element.replaceChildren(this.#head(empty), this.#top, this.#root.element);
        this.refresh();
    }

    #head(empty) {
        const { model } = this;
        const fact = (text, warn) => h("span", { class: warn ? "badge warn" : "badge" }, text);
        return h("header", {},
            h("div", { class: "head" }, h("h2", {}, model.title), h("code", { class: "name" }, model.slug)),
            model.description ? h("p", { class: "description" }, model.description) : null,
            h("div", { class: "facts" }, fact(model.output),
                model.retired ? fact("retired", true) : null, model.deprecated ? fact("deprecated", true) : null,
                model.uncertain
                    ? h("span", { class: "badge warn", title: "The schema was read from an incomplete page." }, "incomplete schema") : null,
                model.replacedBy
                    ? button("use", `Use ${model.replacedBy}`, () => this.#choose(model.replacedBy), { text: true, class: "link" }) : null,
                /^https?:\/\//.test(model.source ?? "")
                    ? h("a", { href: model.source, target: "_blank", rel: "noopener noreferrer" }, "model page") : null,
                h("span", { class: "gap" }),
                button(null, "Fill with sample", () => this.#fill(model.sample, "Filled with the sample."), { text: true, class: "link" }),
                button(null, "Clear", () => this.#fill(empty, "Cleared."), { text: true, class: "link" })));
    }

    #fill(request, message) {
        this.write(request);
        announce(message);
    }

    read() {
        return this.#root.read();
    }

    write(request) {
        this.#root.write(request);
        this.#root.changed();
    }

    /** Sets one parameter, or adds to it if it is a list. */
    assign(name, value) {
        const field = this.#root.control.child(name);
        field.write(field.spec.kind === "list" ? [...field.read() ?? [], value] : value, true);
        field.focus();
    }

    childChanged() {
        this.refresh();
        this.#changed();
    }

    /** The references that a text may use depend on the lists of the form. */
    refresh() {
        for (const area of this.element.querySelectorAll("textarea[aria-autocomplete]")) area.dispatchEvent(new Event("references"));
    }

    /** How the texts of the form refer to an item of a list: @Element1. */
    markerOf(list, index) {
        for (const { references } of this.model.form) {
            const reference = references?.find(other => `/${other.list}` === list.pointer);
            if (reference) return reference.marker.replace("{n}", index + 1);
        }
        return null;
    }

    /** The number of items of the list that a text refers to: a list beside the text, or around it. */
    lengthOf(name, field) {
        for (let around = field.parent; around; around = around.parent) {
            const found = around.control?.child?.(name)?.read();
            if (Array.isArray(found)) return found.length;
        }
        return 0;
    }

    place(violations) {
        for (const field of this.#violated) field.clearViolations();
        this.#violated = [];
        this.#top.replaceChildren();
        for (const violation of violations) {
            if (violation.pointer === "") {
                this.#top.append(h("p", { class: "violation", "data-testid": "violation-" }, violation.message));
            } else {
                this.#violated.push(this.#root.place(tokensOf(violation.pointer), violation));
            }
        }
    }

    /** Moves the focus to the first field, from top to bottom, with a violation. */
    focusViolation() {
        const first = this.element.querySelector(".violated, .violation:not([hidden])");
        const field = this.#violated.find(other => other.element === first);
        if (field) field.focus();
        else this.#root.focus();
    }

    /** The first text that is not JSON, which therefore cannot be sent. */
    broken(field = this.#root) {
        if (field.control.broken) return field;
        for (const child of field.control.children?.() ?? []) {
            const found = this.broken(child);
            if (found) return found;
        }
        return null;
    }
}

/** What a request sets, in short. */
export function describe(request) {
    return Object.entries(request ?? {}).map(([name, value]) => ({ name, text: brief(value, 160) }));
}
