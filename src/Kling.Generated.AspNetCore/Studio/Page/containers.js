import { h, button, announce } from "./dom.js";
import { below, brief, isNumber, isObject, same } from "./json.js";
import { Field } from "./field.js";
import { dropDown, segments, starter } from "./controls.js";
import { dropTarget } from "./media.js";

/** Required parameters first, then the others; both in the order of the schema. */
const ordered = fields => [...fields.filter(field => field.required), ...fields.filter(field => !field.required)];

export function object(spec, field) {
    const element = h("div", { class: "card" });
    let present = false;
    let children = null;
    let others = null;
    let more = null;
    const add = button("add", `Add ${field.label}`, () => { open(); field.changed(); }, { text: true, class: "add" });
    const open = () => {
        present = true;
        build();
    };
    const build = () => {
        if (children) return;
        // Nothing is known about members that the schema does not declare.
        const label = spec.fields?.length ? "Other parameters" : "Members";
        others = new Field({ kind: "json", label: `${label}, as a JSON object` }, field);
        more = h("details", { class: "more" }, h("summary", {}, label), others.element);
        children = new Map(ordered(spec.fields ?? []).map(child => [child.name, new Field(child, field)]));
        element.replaceChildren(...[...children.values()].map(child => child.element), more);
        showOthers();
        control.point(field.pointer);
    };
    const showOthers = () => {
        more.open = others.read() !== undefined;
        more.hidden = !more.open && !spec.additional;
    };
    const control = {
        element,
        fits: isObject,
        write: value => {
            present = value !== undefined;
            if (present || spec.required || field.bare) build();
            else {
                children = others = null;
                element.replaceChildren(add);
            }
            if (!children) return;
            for (const [name, child] of children) child.write(present && Object.hasOwn(value, name) ? value[name] : undefined);
            const unknown = Object.entries(value ?? {}).filter(([name]) => !children.has(name));
            others.write(unknown.length ? Object.fromEntries(unknown) : undefined);
            showOthers();
        },
        // Object.fromEntries, because an assignment to a member named __proto__ would be lost.
        read: () => !present || !children ? undefined : Object.fromEntries([
            ...[...children].map(([name, child]) => [name, child.read()]).filter(([, value]) => value !== undefined),
            ...Object.entries(asObject(others.read())).filter(([name]) => !children.has(name)),
        ]),
        point: pointer => {
            for (const [name, child] of children ?? []) child.point(below(pointer, name));
            others?.point(`${pointer}/*`);
        },
        childChanged: () => present = true,
        child: token => children?.get(token) ?? (others && Object.hasOwn(asObject(others.read()), token) ? others : null),
        children: () => children ? [...children.values(), others] : [],
    };
    control.write(undefined);
    return control;
}

const asObject = value => isObject(value) ? value : {};

export function list(spec, field) {
    let items = null;
    const rows = h("ol", { class: "items" });
    const count = h("span", { class: "count" });
    const add = button("add", "Add", () => insert(starter(spec.items)), { text: true, class: "add" });
    const element = h("div", { class: "list" }, rows, h("div", { class: "under" }, add, count));

    const insert = (value, focus = true) => {
        const item = create(value);
        changed();
        if (focus) item.focus();
        return item;
    };
    const create = value => {
        const item = new Field({ ...spec.items, required: true }, field, { bare: true, label: `${field.label}, item` });
        item.write(value);
        (items ??= []).push(item);
        item.row = h("li", {},
            h("span", { class: "marker" }), item.element,
            h("span", { class: "tools" }, button("up", "Move up", event => move(item, -1, event)),
                button("down", "Move down", event => move(item, 1, event)), button("close", "Remove", () => remove(item))));
        rows.append(item.row);
        return item;
    };
    const move = (item, by, event) => {
        const from = items.indexOf(item);
        const to = from + by;
        if (to < 0 || to >= items.length) return;
        const button = event.currentTarget;
        items.splice(from, 1);
        items.splice(to, 0, item);
        rows.replaceChildren(...items.map(other => other.row));
        changed();
        button.focus();
        announce(`Moved to position ${to + 1} of ${items.length}.`);
    };
    const remove = item => {
        const index = items.indexOf(item);
        items.splice(index, 1);
        item.row.remove();
        changed();
        announce(`Removed item ${index + 1}.`);
        (items[Math.min(index, items.length - 1)] ?? { focus: () => add.focus() }).focus();
    };
    const changed = () => {
        arrange();
        field.changed();
    };
    /** The numbers, labels and locations of the items, which follow from their order. */
    const arrange = () => {
        for (const [index, item] of (items ?? []).entries()) {
            const marker = field.form.markerOf(field, index) ?? `${index + 1}`;
            item.row.querySelector(".marker").textContent = marker;
            for (const button of item.row.querySelectorAll(":scope > .tools button")) {
                button.setAttribute("aria-label", `${button.title} ${field.label} ${index + 1}`);
            }
            item.relabel(`${field.label} ${index + 1}`);
        }
        const most = spec.maxItems == null ? "" : ` of at most ${spec.maxItems}`;
        count.textContent = items ? `${items.length}${most}` : spec.maxItems == null ? "" : `at most ${spec.maxItems}`;
        control.point(field.pointer);
    };
    const control = {
        element,
        fits: Array.isArray,
        write: value => {
            rows.replaceChildren();
            items = value === undefined ? null : [];
            for (const item of value ?? []) create(item);
            arrange();
        },
        // An item cannot be left out: one without a value is empty text or null.
        read: () => items?.map(item => item.read() ?? (item.spec.kind === "url" ? "" : null)),
        point: pointer => items?.forEach((item, index) => item.point(below(pointer, index))),
        child: token => items?.[token],
        children: () => items ?? [],
    };
    if (spec.items?.kind === "url") {
        dropTarget(element, files => files.forEach(file => insert("", false).control.take?.(file)));
    }
    control.write(undefined);
    return control;
}

export function union(spec, field) {
    const options = spec.options ?? [];
    const body = h("div", { class: "body" });
    const chooser = { id: field.id, changed: () => choose(picker.read()) };
    const choices = options.map((option, index) => ({ value: index, label: option.label, description: option.description }));
    const short = choices.length <= 5 && choices.reduce((sum, { label }) => sum + label.length + 3, 0) <= 60;
    const picker = (short ? segments : dropDown)(choices, () => false, chooser);
    picker.element.setAttribute("aria-label", `${field.label}: kind of value`);
    const show = index => {
        control.inner = index === undefined ? null
            : new Field({ ...options[index], required: true }, field, { bare: true, label: options[index].label });
        body.replaceChildren(...(control.inner ? [control.inner.element] : []));
        control.inner?.point(field.pointer);
    };
    const choose = index => {
        show(index);
        control.inner?.write(starter(options[index]));
        field.changed();
    };
    const control = {
        element: h("div", { class: "union" }, picker.element, body), inner: null,
        fits: value => best(options, value) !== undefined,
        write: value => {
            const index = value === undefined ? undefined : best(options, value);
            picker.write(index);
            show(index);
            control.inner?.write(value);
        },
        read: () => control.inner?.read(),
        point: pointer => control.inner?.point(pointer),
        children: () => control.inner ? [control.inner] : [],
    };
    return control;
}

/** The option that shows a value best; undefined if none can. */
function best(options, value) {
    const scores = options.map(option => score(option, value));
    const highest = Math.max(...scores);
    return highest > 0 ? scores.indexOf(highest) : undefined;
}

function score(spec, value) {
    switch (spec.kind) {
        case "text": case "longText": return typeof value === "string" ? 4 : 0;
        case "url": return typeof value !== "string" ? 0 : /^[a-z][a-z0-9+.-]+:/i.test(value) ? 5 : 3;
        case "integer": return isNumber(value) ? /[.e]/i.test(brief(value)) ? 2 : 5 : 0;
        case "number": return isNumber(value) ? 4 : 0;
        case "boolean": return typeof value === "boolean" ? 5 : 0;
        case "choice": return spec.choices.some(choice => same(choice.value, value)) ? 8 : 0;
        case "constant": return same(starter(spec), value) ? 9 : 0;
        case "list": return !Array.isArray(value) ? 0 : value.length && score(spec.items, value[0]) ? 5 : 3;
        case "union": return Math.max(0, ...spec.options.map(option => score(option, value)));
        case "object": return isObject(value) ? 3 + matches(spec, value) : 0;
        default: return 1;
    }
}

/** How many declared members the value has, less those that are required and missing or that another option must have. */
function matches(spec, value) {
    let sum = 0;
    for (const child of spec.fields ?? []) {
        if (!Object.hasOwn(value, child.name)) sum -= child.required ? 0.5 : 0;
        else sum += score(child, value[child.name]) > 0 ? 1 : -1;
    }
    return Math.max(sum, -2);
}
