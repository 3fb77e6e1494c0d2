/** Opens one of the page's dialogs; open already, it stays as it is. */
export function openDialog(id: string): void {
  const dialog = document.getElementById(id)
  if (!(dialog instanceof HTMLDialogElement)) throw new Error(`the page has no dialog #${id}`)
  if (!dialog.open) dialog.showModal()
}
