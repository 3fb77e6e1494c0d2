/** Opens one of the page's dialogs, to be read from its beginning; open already, it stays as it is. */
export function openDialog(id: string): void {
  const dialog = document.getElementById(id)
  if (!(dialog instanceof HTMLDialogElement)) throw new Error(`the page has no dialog #${id}`)
  if (dialog.open) return
  dialog.showModal()
  // Else the first control in it would have the focus, and the next Space would press that.
  dialog.focus()
}
