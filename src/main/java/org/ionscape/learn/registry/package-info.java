/** The list of all models that can be learned. Uses every package of models; only what trains uses it. */
package org.ionscape.learn.registry;
