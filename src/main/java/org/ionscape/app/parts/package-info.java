/**
 * Parts that several rooms are built from: controls, the card that frames a figure, and the dialog that exports one.
 * Begin at {@link org.ionscape.app.parts.Card}.
 */
package org.ionscape.app.parts;
