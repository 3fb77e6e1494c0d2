/**
 * Runs in the head, before the first paint, so that the first view is already the right one: what the visitor
 * chose in this tab, else presenting on a wide screen with a mouse, else reading. It is a string because it stands
 * in the page itself, where the content policy knows it by its digest.
 */
export const FIRST_VIEW = `{let v=null;try{v=sessionStorage.getItem("view")}catch{}document.documentElement.dataset.view=v??(matchMedia("(min-width:60rem) and (min-aspect-ratio:1/1) and (hover:hover) and (pointer:fine)").matches?"presenting":"reading")}`
