/** Where the QR code of a receipt leads: the picture is a link to the same address. */
export const addressIn = (pdf: Buffer): string => /\/URI \((\S+)\)/.exec(pdf.toString('latin1'))?.[1] ?? '';

/** What the QR code signs. */
export const tokenIn = (pdf: Buffer): string => addressIn(pdf).split('#receipt=')[1] ?? '';
