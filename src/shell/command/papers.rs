//! What is printed from the tree of commands: completion scripts and the manual page.
//!
//! Deliberately absent: any word of its own; names and help stand in the tree.

use super::exit::{Exit, Stop};
use super::{Context, tree, usage};
use crate::text::{Key, Text};
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use clap_mangen::Man;
use std::io;

/// The name of the first command.
pub const COMPLETIONS: &str = "completions";
/// The name of the second.
pub const MAN: &str = "man";

const SHELL: &str = "shell";

/// `completions SHELL`.
pub fn completions_command(text: &Text) -> Command {
    let shell: Arg = tree::positional(SHELL, text, Key::CommandArgShell)
        .value_name("SHELL")
        .value_parser(value_parser!(Shell));
    tree::command(COMPLETIONS, text, Key::CommandAboutCompletions).arg(shell)
}

/// `man`.
pub fn man_command(text: &Text) -> Command {
    tree::command(MAN, text, Key::CommandAboutMan)
}

/// Prints the completion script of a shell.
///
/// # Errors
/// When it cannot be printed.
pub fn completions(context: &mut Context, given: &ArgMatches) -> Result<Exit, Stop> {
    let shell = given.get_one::<Shell>(SHELL).copied().unwrap_or(Shell::Bash);
    let mut script = Vec::new();
    let mut tree = tree::tree(&context.text);
    clap_complete::generate(shell, &mut tree, tree::PROGRAM, &mut script);
    context.out.raw(&script)?;
    Ok(Exit::Done)
}

/// Prints the manual page: the program, then every command in a section of its own.
///
/// # Errors
/// When it cannot be printed.
pub fn man(context: &mut Context) -> Result<Exit, Stop> {
    let mut page = Vec::new();
    let mut tree = tree::tree(&context.text);
    tree.build();
    // Writing into memory cannot fail.
    let _ = write_page(&tree, &mut page);
    let page = usage::help(&String::from_utf8_lossy(&page), &context.text);
    context.out.raw(page.as_bytes())?;
    Ok(Exit::Done)
}

fn write_page(tree: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let man = Man::new(tree.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    for command in tree.get_subcommands() {
        write_command(tree.get_name(), command, page)?;
    }
    man.render_extra_section(page)
}

fn write_command(above: &str, command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let name = format!("{above} {}", command.get_name());
    if command.has_subcommands() {
        return command.get_subcommands().try_for_each(|below| write_command(&name, below, page));
    }
    let mut section = Vec::new();
    let own = command.clone().mut_args(|arg| {
        let everywhere = arg.is_global_set();
        arg.hide(everywhere)
    });
    let man = Man::new(own.bin_name(name.clone()));
    man.render_description_section(&mut section)?;
    man.render_synopsis_section(&mut section)?;
    man.render_options_section(&mut section)?;
    let section = String::from_utf8_lossy(&section).replace(".SH ", ".SS ");
    page.extend_from_slice(format!(".SH \"{name}\"\n{section}").as_bytes());
    Ok(())
}
