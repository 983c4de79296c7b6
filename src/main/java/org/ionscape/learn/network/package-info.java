/** The multi-layer perceptron: begin at {@link org.ionscape.learn.network.Perceptron}. */
package org.ionscape.learn.network;
