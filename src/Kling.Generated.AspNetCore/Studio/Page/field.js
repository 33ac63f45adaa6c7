import { h, button } from "./dom.js";
import { brief, below } from "./json.js";
import { createControl } from "./controls.js";

let ids = 0;

/** One parameter: its label, its state (unset, default or set), its control and its violations. Nested parameters are fields too. */
export class Field {
    #own;
    #raw;
    #violations = h("div", { class: "violations" });
    #state = h("span", { class: "state" });
    #unset = button(null, "Unset", () => this.reset(), { text: true, class: "link unset" });
    #note = h("p", { class: "hint", hidden: true });
    #slot = h("div", { class: "slot" });

    /** A bare field has no head of its own: its list or its union shows the label. */
    constructor(spec, parent, { bare = false, label = spec.label } = {}) {
        this.spec = spec;
        this.parent = parent;
        this.form = parent.form;
        this.id = `f${ids++}`;
        this.label = label;
        this.bare = bare;
        this.pointer = "";
        this.control = this.#own = createControl(spec.kind, spec, this);
        this.#violations.id = `${this.id}-v`;
        this.element = h("div", { class: bare ? "field plain" : "field", "data-kind": spec.kind },
            bare ? null : this.#head(), this.#description(), this.#slot, this.#hint(), this.#note, this.#violations);
        this.#use(this.#own);
        this.refresh();
    }

    #head() {
        const { spec } = this;
        const single = this.control.main;
        const label = single
            ? h("label", { id: `${this.id}-l`, htmlFor: this.id }, this.label)
            : h("span", { id: `${this.id}-l`, class: "label" }, this.label);
        return h("div", { class: "head" }, label,
            spec.name && spec.name !== this.label ? h("code", { class: "name" }, spec.name) : null,
            spec.required ? h("span", { class: "badge" }, "required") : null,
            spec.deprecated ? h("span", { class: "badge warn", title: "Do not use it in new requests." }, "deprecated") : null,
            spec.uncertain ? h("span", { class: "badge warn", title: "The model's page is not clear about it." }, "uncertain") : null,
            spec.readOnly ? h("span", { class: "badge warn", title: "Only the server sets it." }, "read-only") : null,
            h("span", { class: "gap" }), this.#state,
            spec.nullable ? button(null, "null", () => this.write(null, true), { text: true, class: "link", title: "Send null" }) : null,
            this.#unset);
    }

    #description() {
        return this.bare || !this.spec.description ? null : h("p", { class: "description", id: `${this.id}-d` }, this.spec.description);
    }

    #hint() {
        const { spec } = this;
        const parts = [];
        const low = spec.minimum ?? spec.exclusiveMinimum ?? null;
        const high = spec.maximum ?? spec.exclusiveMaximum ?? null;
        const number = value => brief(value);
        const from = low === null ? "" : `${spec.minimum == null ? "more than " : ""}${number(low)}`;
        const to = high === null ? "" : `${spec.maximum == null ? "less than" : from ? "to" : "at most"} ${number(high)}`;
        if (from && to) parts.push(`${from} ${to}`);
        else if (from) parts.push(spec.minimum == null ? from : `at least ${from}`);
        else if (to) parts.push(to);
        if (spec.multipleOf != null) parts.push(`a multiple of ${number(spec.multipleOf)}`);
        if (spec.minLength) parts.push(`at least ${spec.minLength} characters`);
        if (spec.pattern) parts.push(`pattern ${spec.pattern}`);
        if (spec.format && spec.kind !== "url") parts.push(`format ${spec.format}`);
        if (spec.minItems) parts.push(`at least ${spec.minItems}`);
        if (spec.uniqueItems) parts.push("no duplicates");
        return parts.length ? h("p", { class: "hint" }, parts.join(" · ")) : null;
    }

    #use(control) {
        this.control = control;
        this.#slot.replaceChildren(control.element);
        const target = control.main ?? control.element;
        if (control.main) target.id = this.id;
        else if (!target.hasAttribute("role")) target.setAttribute("role", "group");
        if (this.bare) target.setAttribute("aria-label", this.label);
        else target.setAttribute("aria-labelledby", `${this.id}-l`);
        target.setAttribute("aria-describedby", this.bare || !this.spec.description ? `${this.id}-v` : `${this.id}-d ${this.id}-v`);
        control.point?.(this.pointer);
    }

    /** The value, or undefined if the parameter is not sent. */
    read() {
        return this.control.read();
    }

    /** Shows a value. One that the control cannot show exactly, such as a number in a text field, is shown as JSON. */
    write(value, byUser = false) {
        const fits = value === undefined || this.#own.fits(value);
        this.#use(fits ? this.#own : this.#raw ??= createControl("json", { ...this.spec, kind: "json" }, this));
        this.#note.hidden = fits || this.spec.kind === "json";
        this.#note.textContent = value === null ? "null is sent. Unset it to enter a value."
            : "Shown as JSON, because it is another kind of value.";
        this.control.write(value);
        if (byUser) this.changed();
        else this.refresh();
    }

    reset() {
        this.write(undefined, true);
        this.focus();
    }

    /** A control or a nested field changed its value. */
    changed() {
        this.touched = true;
        this.refresh();
        this.parent.childChanged();
    }

    childChanged() {
        this.control.childChanged?.();
        this.changed();
    }

    /** An item of a list is named after its position. */
    relabel(label) {
        this.label = label;
        (this.control.main ?? this.control.element).setAttribute("aria-label", label);
    }

    refresh() {
        const { spec } = this;
        const value = this.read();
        const state = value !== undefined ? "set" : spec.hasDefault ? "default" : "unset";
        this.element.dataset.state = state;
        this.#unset.hidden = state !== "set";
        this.#state.textContent = state === "set" ? (value === "" ? "empty text" : "set")
            : state === "default" ? `default ${brief(spec.default, 24)}` : "not sent";
    }

    /** Assigns the location, which changes when a list is reordered. */
    point(pointer) {
        this.pointer = pointer;
        this.element.dataset.testid = `field-${pointer}`;
        this.control.point?.(pointer);
    }

    /** Shows a violation at the field of its JSON Pointer, or at the closest field around it. */
    place(tokens, violation) {
        if (this.control.inner) return this.control.inner.place(tokens, violation);
        const child = tokens.length ? this.control.child?.(tokens[0]) : null;
        if (child) return child.place(tokens.slice(1), violation);
        const prefix = tokens.length ? `${tokens.reduce(below, "")}: ` : "";
        // A value that was never entered is missing, not wrong.
        const quiet = violation.keyword === "required" && !this.touched;
        this.#violations.append(h("p", { class: quiet ? "violation quiet" : "violation", "data-testid": `violation-${violation.pointer}` },
            prefix + violation.message));
        this.control.main?.setAttribute("aria-invalid", "true");
        this.element.classList.add("violated");
        return this;
    }

    clearViolations() {
        this.#violations.replaceChildren();
        this.control.main?.removeAttribute("aria-invalid");
        this.element.classList.remove("violated");
    }

    focus() {
        (this.control.main ?? this.element.querySelector("input, textarea, select, button.add"))?.focus();
        this.element.scrollIntoView({ block: "nearest" });
    }
}
