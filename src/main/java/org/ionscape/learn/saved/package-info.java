/** Fitted models as files: {@link org.ionscape.learn.saved.SavedModel}. */
package org.ionscape.learn.saved;
