import { h } from "./dom.js";

/**
 * Completion of references such as @Element1 and <<<voice_1>>>: buttons below the text, and a list while such a marker is typed.
 * Only items that the form has are offered.
 */
export function completion(area, spec, field) {
    const chips = h("span", { class: "chips" });
    const popup = h("ul", { class: "popup", role: "listbox", id: `${field.id}-c`, hidden: true, "aria-label": "References" });
    let matches = [];
    let active = 0;
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", popup.id);

    const offered = () => spec.references.flatMap(({ marker, list }) =>
        Array.from({ length: field.form.lengthOf(list, field) }, (_, index) => ({ text: marker.replace("{n}", index + 1), marker })));

    const insert = (text, from = area.selectionStart) => {
        area.setRangeText(text, from, area.selectionEnd, "end");
        area.dispatchEvent(new Event("input", { bubbles: true }));
        close();
        area.focus();
    };

    const showChips = () => chips.replaceChildren(...offered().map(({ text }) =>
        h("button", { type: "button", class: "chip", title: `Insert ${text}`, onclick: () => insert(text) }, text)));

    /** The part of a marker before the caret, and the offers that begin with it. */
    const suggest = () => {
        const before = area.value.slice(0, area.selectionStart);
        const all = offered();
        for (let length = Math.min(before.length, 40); length > 0; length--) {
            const typed = before.slice(-length);
            if (!spec.references.some(({ marker }) => marker.startsWith(typed[0]))) continue;
            const found = all.filter(({ text }) => text.toLowerCase().startsWith(typed.toLowerCase()) && text !== typed);
            if (found.length) return { found: found.map(({ text }) => text), from: before.length - length };
        }
        return { found: [], from: 0 };
    };

    const show = () => {
        const { found, from } = suggest();
        matches = found.map(text => ({ text, from }));
        active = 0;
        popup.hidden = matches.length === 0;
        popup.replaceChildren(...matches.map(({ text }, index) => h("li", {
            role: "option", id: `${popup.id}-${index}`, "aria-selected": "false",
            onmousedown: event => { event.preventDefault(); accept(index); },
        }, text)));
        mark();
    };

    const mark = () => {
        [...popup.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
        if (popup.hidden) area.removeAttribute("aria-activedescendant");
        else area.setAttribute("aria-activedescendant", `${popup.id}-${active}`);
    };

    const accept = index => insert(matches[index].text, matches[index].from);
    const close = () => {
        popup.hidden = true;
        mark();
    };

    area.addEventListener("input", event => event.isTrusted && show());
    area.addEventListener("blur", close);
    area.addEventListener("focus", showChips);
    area.addEventListener("keydown", event => {
        if (popup.hidden || event.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            active = (active + (event.key === "ArrowDown" ? 1 : matches.length - 1)) % matches.length;
            mark();
        } else if (event.key === "Enter" || event.key === "Tab") accept(active);
        else if (event.key === "Escape") close();
        else return;
        event.preventDefault();
    });
    area.addEventListener("references", showChips);
    return h("span", { class: "references" }, popup, chips);
}
