import { h } from "./dom.js";
import { price } from "./jobs.js";

const symbols = { video: "▶", image: "▣", audio: "♪", text: "¶", json: "{}" };

/** The list of models with its search. */
export function modelList(element, models, choose) {
    const items = models.map(model => ({
        model, link: link(model, choose), text: `${model.title} ${model.slug} ${model.description}`.toLowerCase(),
    }));
    const none = h("p", { class: "hint", hidden: true }, "No model matches.");
    const search = h("input", {
        type: "search", placeholder: `Search ${models.length} models`, "aria-label": "Search models", autocomplete: "off",
        oninput: () => {
            const words = search.value.toLowerCase().split(/\s+/);
            for (const item of items) item.link.parentElement.hidden = !words.every(word => item.text.includes(word));
            none.hidden = items.some(item => !item.link.parentElement.hidden);
        },
        onkeydown: event => {
            if (event.key === "Enter") items.find(item => !item.link.parentElement.hidden)?.link.click();
        },
    });
    element.replaceChildren(search, h("ul", {}, items.map(item => h("li", {}, item.link))), none);
    return {
        mark: slug => {
            for (const { model, link } of items) {
                if (model.slug === slug) link.setAttribute("aria-current", "page");
                else link.removeAttribute("aria-current");
            }
            // Not scrollIntoView, which would move the page too.
            const current = items.find(({ model }) => model.slug === slug)?.link;
            if (current && (current.offsetTop < element.scrollTop || current.offsetTop > element.scrollTop + element.clientHeight)) {
                element.scrollTop = current.offsetTop - element.clientHeight / 2;
            }
        },
    };
}

function link(model, choose) {
    const facts = [price(model.cost).amount, model.seconds ? `${Math.round(model.seconds)} s` : null,
        model.retired ? "retired" : model.deprecated ? "deprecated" : null].filter(Boolean).join(" · ");
    return h("a", {
        href: `#model=${encodeURIComponent(model.slug)}`, "data-testid": `model-${model.slug}`,
        class: model.retired ? "model retired" : "model",
        onclick: event => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            choose(model.slug);
        },
    }, h("span", { class: "symbol", title: model.output, "aria-hidden": "true" }, symbols[model.output] ?? "·"),
    h("span", { class: "what" }, h("span", { class: "title" }, model.title), h("span", { class: "facts" }, facts || model.slug)));
}
